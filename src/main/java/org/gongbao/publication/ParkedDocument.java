package org.gongbao.publication;

import java.time.Instant;

/** A document that a projection refused again and again, and why. It is tried again now and then. */
public record ParkedDocument(Uid uid, long position, String error, Instant at) {}
