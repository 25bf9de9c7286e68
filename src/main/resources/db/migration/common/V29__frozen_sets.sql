-- Searches that somebody keeps as a list to cite: what was asked, and which version of which document was found at a position
-- of the log. members holds a line uid@version each, sorted; id is the beginning of sha256, so that the same list is kept once.
create table frozen_set (
    id varchar(16) primary key,
    query text not null,
    position bigint not null,
    sha256 varchar(64) not null,
    members text not null
);
