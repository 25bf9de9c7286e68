-- The register of what is published, the publication log and the relations between documents.
-- One SQL for SQLite and PostgreSQL: instants and dates are ISO 8601 text, digests lower-case hexadecimal.
-- "since" and "until" are log positions: a row holds from "since" up to, and not including, "until" (null: still holds).

-- One row. Its update inside the publishing transaction gives the position and puts all publishing in one order.
create table log_head (
    id integer primary key check (id = 1),
    size bigint not null
);
insert into log_head (id, size) values (1, 0);

-- The leaves of the log, byte for byte, with what finds them; reason is the public reason of a withdrawal.
create table log_event (
    seq bigint primary key,
    leaf text not null,
    at text not null,
    event varchar(16) not null,
    uid varchar(16) not null,
    version integer not null,
    sha256 varchar(64) not null,
    sm3 varchar(64) not null,
    package_version integer not null,
    reason text
);
create index log_event_uid on log_event (uid, seq);

-- Hashes of the complete subtrees of 2^level leaves.
create table log_node (
    level integer not null,
    place bigint not null,
    hash varchar(64) not null,
    primary key (level, place)
);

-- Other public documents whose view an event changes.
create table log_touch (
    seq bigint not null,
    uid varchar(16) not null,
    primary key (seq, uid)
);

-- package_version is the version of the archive's object; it runs ahead of version when a try was left behind.
create table document (
    uid varchar(16) primary key,
    state varchar(16) not null,
    version integer not null,
    package_version integer not null,
    content varchar(64) not null,
    released_at text not null,
    version_at text not null,
    gone_at text,
    reason text,
    place bigint not null
);
create index document_place on document (state, place, uid);

-- acts_on is the day from which what this version says of others holds.
create table document_version (
    uid varchar(16) not null,
    version integer not null,
    package_version integer not null,
    seq bigint not null,
    at text not null,
    title text,
    document_number text,
    acts_on varchar(10),
    primary key (uid, version)
);

-- What a public document can be cited by: n: and its number, t: and its titles.
create table document_key (
    uid varchar(16) not null,
    name text not null,
    since bigint not null,
    until bigint,
    primary key (uid, name, since)
);
create index document_key_name on document_key (name);

create table citation (
    citing varchar(16) not null,
    version integer not null,
    ordinal integer not null,
    kind varchar(32) not null,
    title text,
    document_number text,
    quote text not null,
    number_key text,
    title_key text,
    since bigint not null,
    until bigint,
    primary key (citing, version, ordinal)
);
create index citation_number on citation (number_key);
create index citation_title on citation (title_key);

-- A citation whose document is published here.
create table citation_link (
    citing varchar(16) not null,
    version integer not null,
    ordinal integer not null,
    cited varchar(16) not null,
    since bigint not null,
    until bigint,
    primary key (citing, version, ordinal, since)
);
create index citation_link_cited on citation_link (cited);

-- What waits for its moment of release; its files are in the data folder under scheduled/.
create table scheduled_release (
    uid varchar(16) primary key,
    event varchar(16) not null,
    release_at text not null,
    problem text
);
create index scheduled_release_at on scheduled_release (release_at);

-- Documents that a projection refuses again and again; the others go on.
create table parked_document (
    projection varchar(64) not null,
    uid varchar(16) not null,
    seq bigint not null,
    error text not null,
    at text not null,
    primary key (projection, uid)
);

-- What people said of a field. The claim of the highest rank gives the value; nothing is overwritten.
create table person_claim (
    receipt varchar(64) not null,
    field varchar(64) not null,
    number integer not null,
    value text,
    rank integer not null,
    person text not null,
    reason text not null,
    at text not null,
    primary key (receipt, field, number)
);
