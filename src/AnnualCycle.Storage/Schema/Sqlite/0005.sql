create table delivery (
  id integer primary key autoincrement,
  key text not null unique,
  kind text not null,
  collaboration text not null,
  recipient text not null,
  uid text,
  subject text not null,
  state text not null check (state in ('Waiting', 'Sending', 'Sent', 'Parked', 'Dropped')),
  attempts integer not null,
  unanswered integer not null default 0,
  created text not null,
  not_before text not null,
  claim text,
  settled text,
  history text not null,
  -- Last: SQLite walks through all of it to whatever stands behind.
  content blob not null) strict;
create index delivery_open on delivery (recipient, id) where state in ('Waiting', 'Sending');
create index delivery_due on delivery (not_before, id) where state = 'Waiting';
create index delivery_of_meeting on delivery (uid, recipient);
create index delivery_of_collaboration on delivery (collaboration, id);

create table outbox_pause (
  id integer primary key check (id = 1),
  since text not null,
  again text not null,
  reason text not null) strict;

create table invitation (
  uid text not null,
  email text not null,
  collaboration text not null,
  state text not null check (state in ('Live', 'Told', 'Withdrawn')),
  sequence integer not null,
  date text not null,
  start text not null,
  "end" text not null,
  place text not null,
  print text not null,
  changed text not null,
  token_hash text not null unique,
  answer text check (answer in ('Yes', 'No', 'Maybe')),
  answered_sequence integer,
  answered text,
  comment text,
  primary key (uid, email)) strict;
create index invitation_email on invitation (email);

create table stand_in (
  uid text not null,
  seat text not null,
  "for" text not null,
  name text not null,
  email text not null,
  named_by text not null,
  named text not null,
  primary key (uid, seat, "for")) strict;
create index stand_in_email on stand_in (email);

alter table person_choice add column shows_invited integer not null default 0;
