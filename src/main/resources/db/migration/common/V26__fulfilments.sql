-- Evidence that a duty was fulfilled: a public document here (target) or an address elsewhere with title and day. "duty" is what the
-- duty is known by as long as its words stay, "uid" its document. What was revoked stays for the record and is shown to nobody.
create table fulfilment (
    id varchar(16) primary key,
    duty varchar(64) not null,
    uid varchar(16) not null,
    target varchar(16),
    address text,
    title text,
    dated varchar(10),
    person text not null,
    at text not null,
    revoked_by text,
    revoked_at text
);
create index fulfilment_duty on fulfilment (duty);
create index fulfilment_uid on fulfilment (uid);
