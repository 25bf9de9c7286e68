-- Who asked to be told by mail of what happens to documents (订阅). The address is personal data: it is here for the mails alone
-- and goes with the row when the person stops, or does not confirm within two days.
-- topic: "search " and its parameters as they stand in an address, or "document " and an identifier.
-- Until confirmed_at is there, due_at is when the question whether to confirm goes out; null once it went. After that it is when
-- the next digest may go out. told_seq: every event up to here was told; checked_seq: after told_seq up to here was nothing to tell;
-- sending_seq: end of the digest that is being sent, the same with every try.
create table subscription (
    id varchar(16) primary key,
    address text not null,
    language varchar(8) not null,
    rhythm varchar(8) not null,
    topic text not null,
    asked_at text not null,
    confirmed_at text,
    due_at text,
    attempts integer not null default 0,
    told_seq bigint not null default 0,
    checked_seq bigint not null default 0,
    sending_seq bigint
);
create index subscription_due on subscription (due_at);
create index subscription_address on subscription (address);

-- Digests of the tokens in the links of mails; each mail has its own, and all of them work until the person stops.
create table subscription_token (
    sha256 varchar(64) primary key,
    subscription varchar(16) not null,
    purpose varchar(8) not null
);
create index subscription_token_of on subscription_token (subscription);

-- Documents that somebody was told of, so that they are told when one of them goes.
create table subscription_told (
    subscription varchar(16) not null,
    uid varchar(16) not null,
    primary key (subscription, uid)
);
create index subscription_told_uid on subscription_told (uid);
