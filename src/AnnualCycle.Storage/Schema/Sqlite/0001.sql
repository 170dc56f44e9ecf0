create table service_identity (
  id integer primary key check (id = 1),
  uid_host text not null,
  feed_key_hash text not null,
  created text not null) strict;

create table charter_version (
  id integer primary key autoincrement,
  collaboration text not null,
  number integer not null,
  origin text not null check (origin in ('File', 'Service')),
  state text not null check (state in ('Draft', 'InForce', 'Superseded', 'Rejected')),
  content text not null,
  difference text,
  created text not null,
  created_by text not null,
  unique (collaboration, number)) strict;
create unique index charter_version_in_force on charter_version (collaboration) where state = 'InForce';
create unique index charter_version_draft on charter_version (collaboration) where state = 'Draft';

create table charter_import (
  collaboration text primary key,
  content_hash text not null,
  imported text not null) strict;

create table membership (
  id integer primary key autoincrement,
  collaboration text not null,
  seat text not null,
  name text not null,
  email text not null,
  organisation text,
  required integer,
  "from" text,
  "to" text) strict;
create index membership_email on membership (email);

create table plan_revision (
  id integer primary key autoincrement,
  collaboration text not null,
  year integer not null,
  number integer,
  state text not null check (state in ('Draft', 'Proposed', 'Adopted', 'Superseded', 'Discarded')),
  plan text not null,
  reason text not null,
  inputs text not null,
  created text not null,
  created_by text not null,
  published text,
  held_back integer not null,
  unique (collaboration, year, number)) strict;
create unique index plan_revision_draft on plan_revision (collaboration, year) where state = 'Draft';
create unique index plan_revision_in_force on plan_revision (collaboration, year)
  where state in ('Proposed', 'Adopted');

create table calendar_entry (
  uid text primary key,
  collaboration text not null,
  year integer not null,
  item text not null,
  sequence integer not null check (sequence >= 0),
  print text not null,
  created text not null,
  changed text not null) strict;
create index calendar_entry_year on calendar_entry (collaboration, year);

create table feed (
  id text primary key,
  is_public integer not null,
  generation integer not null,
  token_hash text unique,
  content blob not null,
  etag text not null,
  last_modified text not null,
  version integer not null,
  format integer not null,
  check (is_public or token_hash is not null)) strict;
create index feed_version on feed (version);

create table revoked_token (
  token_hash text primary key,
  feed text not null,
  revoked text not null,
  version integer not null) strict;
create index revoked_token_version on revoked_token (version);

create table audit_entry (
  id integer primary key autoincrement,
  at text not null,
  who text not null,
  action text not null,
  collaboration text not null,
  subject text not null,
  text text not null) strict;
create index audit_entry_collaboration on audit_entry (collaboration, at);

create table job_run (
  job text not null,
  scheduled text not null,
  node text not null,
  finished text not null,
  outcome text not null,
  primary key (job, scheduled)) strict;
