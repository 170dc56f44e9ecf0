create table round (
  id integer primary key autoincrement,
  collaboration text not null,
  year integer not null,
  name text not null,
  number integer not null,
  state text not null check (state in ('Open', 'Closed', 'Adopted')),
  until text not null,
  remind_on text not null,
  started text not null,
  closed text,
  unique (collaboration, year, number)) strict;
create unique index round_open on round (collaboration, year) where state = 'Open';

create table round_meeting (
  round integer not null references round (id),
  uid text not null,
  date text not null,
  start text not null,
  "end" text not null,
  title text not null,
  groups text not null,
  group_names text not null,
  place text not null,
  primary key (round, uid, date, start)) strict;

create table round_person (
  round integer not null references round (id),
  email text not null,
  name text not null,
  token_hash text not null unique,
  answered text,
  comment text,
  reminded text,
  primary key (round, email)) strict;
create index round_person_email on round_person (email);

create table round_answer (
  round integer not null references round (id),
  email text not null,
  uid text not null,
  date text not null,
  start text not null,
  "end" text not null,
  groups text not null,
  answer text check (answer in ('Yes', 'No', 'Maybe')),
  primary key (round, email, uid, date, start)) strict;
create index round_answer_email on round_answer (email);

create table put_aside_mail (
  id integer primary key autoincrement,
  at text not null,
  print text not null unique,
  reason text not null,
  sender text not null,
  collaboration text not null,
  uid text,
  sequence integer,
  attendee text,
  answer text check (answer in ('Yes', 'No', 'Maybe')),
  subject text not null,
  said text not null,
  more integer not null,
  handled_by text,
  handled text) strict;
create index put_aside_mail_sender on put_aside_mail (sender, at);
create index put_aside_mail_waiting on put_aside_mail (collaboration, id) where handled is null;
