-- Browsers from which people have signed in, known by a random cookie of which only the digest is here. noticed is the entry of
-- the audit trail up to which this browser was told what happened to the account.
create table account_device (
    account varchar(20) not null references account (id),
    sha256 varchar(64) not null,
    noticed bigint not null,
    last_at bigint not null,
    primary key (account, sha256)
);
create index audit_entry_object on audit_entry (object, number);
