create table busy_calendar (
  id text primary key,
  etag text,
  times text not null,
  until text,
  fetched text,
  tried text not null,
  trouble text) strict;
