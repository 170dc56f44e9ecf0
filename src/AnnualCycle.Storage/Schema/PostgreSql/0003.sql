alter table membership add column municipality text;
alter table membership add column substitute boolean not null default false;

create table people_import (
  id integer primary key check (id = 1),
  print text not null,
  imported timestamptz not null,
  changed timestamptz);
