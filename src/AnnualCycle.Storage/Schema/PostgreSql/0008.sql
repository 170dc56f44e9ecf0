create table outlook_mailbox (
  mailbox text primary key,
  holder text,
  held_until timestamptz,
  not_before timestamptz,
  mails_from timestamptz,
  mails text not null,
  trouble text,
  troubled timestamptz,
  paused_by text);

create table outlook_meeting (
  uid text not null,
  mailbox text not null,
  collaboration text not null,
  incarnation integer not null,
  wanted text,
  wanted_revision integer not null,
  comment text,
  wanted_at timestamptz not null,
  told text,
  told_revision integer not null,
  timed timestamptz,
  seen text,
  operation text check (operation in ('Create', 'Change', 'Cancel')),
  sending text,
  sending_revision integer not null,
  sending_since timestamptz,
  event_id text,
  ical_uid text,
  join_url text,
  attempts integer not null,
  not_before timestamptz not null,
  trouble text,
  drift text,
  looked timestamptz,
  history text not null,
  primary key (uid, mailbox));
create index outlook_meeting_due on outlook_meeting (mailbox, not_before)
  where operation is not null or wanted_revision <> told_revision;
create index outlook_meeting_collaboration on outlook_meeting (collaboration);

alter table invitation add column channel text not null default 'Mail' check (channel in ('Mail', 'Outlook'));
alter table person_choice add column invites_by_mail boolean not null default false;
