create table handed_in (
  uid text primary key,
  collaboration text not null,
  state text not null check (state in ('Done', 'NotNeeded')),
  who text not null,
  at text not null,
  link text,
  said text) strict;
create index handed_in_who on handed_in (who);

create table reminder (
  key text primary key,
  email text not null,
  collaboration text not null,
  kind text not null,
  uid text not null,
  title text not null,
  due text not null,
  step text not null,
  day text not null,
  state text not null check (state in ('Sent', 'Skipped')),
  reason text,
  delivery text,
  at text not null) strict;
create index reminder_email on reminder (email, day);
create index reminder_collaboration on reminder (collaboration, day);
create index reminder_day on reminder (day);

create table person_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('Duty', 'Mails', 'Holiday', 'Staffing')),
  email text not null,
  subject text not null,
  collaboration text not null) strict;
create index person_link_email on person_link (email);

create table muted_mail (
  email text not null,
  kind text not null,
  since text not null,
  primary key (email, kind)) strict;

create table told_news (
  collaboration text not null,
  key text not null,
  email text not null,
  at text not null,
  primary key (collaboration, key, email)) strict;
create index told_news_email on told_news (email);

create table holiday_request (
  group_id text not null,
  year integer not null,
  holiday text not null,
  part text not null check (part in ('Before', 'After')),
  collaboration text not null,
  asked text not null,
  until text not null,
  answer text check (answer in ('Yes', 'No')),
  answered text,
  answered_by text,
  primary key (group_id, year, holiday, part)) strict;

create table staffing_confirmation (
  collaboration text not null,
  day text not null,
  email text not null,
  organisation text not null,
  at text not null,
  primary key (collaboration, day, email)) strict;
create index staffing_confirmation_email on staffing_confirmation (email);

alter table person_choice add column reminders text not null default 'Single' check (reminders in ('Single', 'Weekly'));
