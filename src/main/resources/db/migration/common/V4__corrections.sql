-- What people said of fields of documents: of each field the last one stands, and nothing is overwritten.
-- "value" is JSON; null takes back what was said of the field before.
drop table person_claim;
create table correction (
    uid varchar(16) not null,
    number integer not null,
    field varchar(64) not null,
    value text,
    person text not null,
    reason text not null,
    at text not null,
    primary key (uid, number)
);
