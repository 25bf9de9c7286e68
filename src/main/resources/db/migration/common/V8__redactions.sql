-- What people decided about personal data in documents: of each place the last one stands, and nothing is overwritten.
-- "digest" binds a decision to what it was made of, by a secret key.
create table redaction (
    uid varchar(16) not null,
    number integer not null,
    kind varchar(64) not null,
    first_point integer not null,
    end_point integer not null,
    treatment varchar(16) not null,
    taken_back integer not null,
    ground text not null,
    person text not null,
    note text not null,
    chief_editor integer not null,
    digest varchar(64) not null,
    at text not null,
    primary key (uid, number)
);
