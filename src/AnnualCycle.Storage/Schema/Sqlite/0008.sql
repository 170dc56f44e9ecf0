create table outlook_mailbox (
  mailbox text primary key,
  holder text,
  held_until text,
  not_before text,
  mails_from text,
  mails text not null,
  trouble text,
  troubled text,
  paused_by text) strict;

create table outlook_meeting (
  uid text not null,
  mailbox text not null,
  collaboration text not null,
  incarnation integer not null,
  wanted text,
  wanted_revision integer not null,
  comment text,
  wanted_at text not null,
  told text,
  told_revision integer not null,
  timed text,
  seen text,
  operation text check (operation in ('Create', 'Change', 'Cancel')),
  sending text,
  sending_revision integer not null,
  sending_since text,
  event_id text,
  ical_uid text,
  join_url text,
  attempts integer not null,
  not_before text not null,
  trouble text,
  drift text,
  looked text,
  history text not null,
  primary key (uid, mailbox)) strict;
create index outlook_meeting_due on outlook_meeting (mailbox, not_before)
  where operation is not null or wanted_revision <> told_revision;
create index outlook_meeting_collaboration on outlook_meeting (collaboration);

alter table invitation add column channel text not null default 'Mail' check (channel in ('Mail', 'Outlook'));
alter table person_choice add column invites_by_mail integer not null default 0;
