create table role_grant (
  email text not null,
  role text not null check (role in ('Convener', 'ProcessLeader', 'Administrator')),
  scope text not null,
  granted timestamptz not null,
  granted_by text not null,
  primary key (email, role, scope));

create table session (
  id_hash text primary key,
  email text not null,
  way text not null,
  created timestamptz not null,
  seen timestamptz not null,
  expires timestamptz not null);
create index session_email on session (email);

create table one_time_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('FirstAdministrator', 'SignIn')),
  email text,
  target text,
  created timestamptz not null,
  expires timestamptz not null);
create index one_time_link_email on one_time_link (email);

create table person_choice (
  email text primary key,
  language text not null check (language in ('sv', 'en')),
  is_feed_closed boolean not null);

create table protection_key (
  name text primary key,
  content text not null);
