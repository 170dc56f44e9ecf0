alter table membership add column municipality text;
alter table membership add column substitute integer not null default 0;

create table people_import (
  id integer primary key check (id = 1),
  print text not null,
  imported text not null,
  changed text) strict;
