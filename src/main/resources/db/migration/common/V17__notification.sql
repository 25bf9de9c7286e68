-- What readers reported as mistakes. "form" is the digest of the form's token, so that a form that is sent twice is one report.
-- No address of a reader is kept; contact goes 180 days after the report came, a closed report 180 days after that.
create table reader_report (
    id varchar(16) primary key,
    uid varchar(16) not null,
    version integer not null,
    form varchar(64) not null unique,
    text text not null,
    contact text,
    received_at text not null,
    outcome varchar(16),
    note text,
    closed_at text,
    closed_by text
);
create index reader_report_received on reader_report (received_at);
create index reader_report_uid on reader_report (uid);

-- Notices that go out, one a target and event, with their receipts. The identifier goes with every try, so that who is told
-- twice can know it. Moments are whole seconds, so that they sort as text.
create table delivery (
    id varchar(16) primary key,
    seq bigint not null,
    uid varchar(16) not null,
    event varchar(16) not null,
    channel varchar(16) not null,
    target text not null,
    state varchar(16) not null,
    attempts integer not null default 0,
    due_at text not null,
    tried_at text,
    answer varchar(64),
    unique (seq, channel, target)
);
create index delivery_due on delivery (state, due_at);
create index delivery_uid on delivery (uid, state);
