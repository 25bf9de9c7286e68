-- Documents that one chief editor took down at once, for a second one to confirm within a working day.
create table takedown (
    seq bigint primary key,
    uid varchar(16) not null,
    reason text not null,
    taken_down_at text not null,
    taken_down_by text not null,
    confirm_by text not null,
    confirmed_at text,
    confirmed_by text,
    reversed_at text,
    reversed_by text
);
create index takedown_uid on takedown (uid);
