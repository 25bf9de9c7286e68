-- People, their links and tokens, and the audit trail. Instants that are compared are milliseconds since 1970.
-- Of a secret only what cannot be turned back is here: Argon2id of passwords, SHA-256 of random tokens and codes; the second
-- factor's secret is encrypted with a key that is not in the database.
create table account (
    id varchar(20) primary key,
    sign_in_name text not null unique,
    name text not null,
    department text,
    roles text not null,
    state varchar(16) not null,
    provider_subject text unique,
    password text,
    password_at bigint,
    must_change integer not null default 0,
    second_factor text,
    last_step bigint not null default 0,
    failed integer not null default 0,
    locked_until bigint,
    epoch integer not null default 0,
    created_at text not null
);

create table former_password (
    account varchar(20) not null references account (id),
    at bigint not null,
    password text not null
);
create index former_password_by_account on former_password (account, at);

create table recovery_code (
    account varchar(20) not null references account (id),
    sha256 varchar(64) not null,
    primary key (account, sha256)
);

-- One-time links: to set the first or a new password, and, without an account, to make the first administrator.
create table access_link (
    sha256 varchar(64) primary key,
    account varchar(20) references account (id),
    expires bigint not null
);

create table api_token (
    id varchar(20) primary key,
    sha256 varchar(64) not null unique,
    label text not null,
    department text not null,
    scopes text not null,
    created_by varchar(20) not null,
    created_at bigint not null,
    expires bigint not null,
    revoked_at bigint
);

-- One row. Its update inside the transaction of what was done puts all entries in one order.
create table audit_head (
    id integer primary key check (id = 1),
    size bigint not null,
    hash varchar(64) not null,
    forwarded bigint not null
);
insert into audit_head (id, size, hash, forwarded)
    values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

create table audit_entry (
    number bigint primary key,
    at text not null,
    actor text not null,
    action text not null,
    object text not null,
    details text not null,
    previous varchar(64) not null,
    hash varchar(64) not null
);
