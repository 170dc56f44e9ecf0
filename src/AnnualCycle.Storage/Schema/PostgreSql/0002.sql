create table busy_calendar (
  id text primary key,
  etag text,
  times text not null,
  until date,
  fetched timestamptz,
  tried timestamptz not null,
  trouble text);
