package org.gongbao.web;

import java.time.ZoneId;
import org.gongbao.system.GongbaoSettings;

/** What this service is: whether it shows samples (示例), where the public reaches it, and which day it is there. */
public interface SiteIdentity {

    /** Whether the store holds the samples of an invented city, which every page must say. */
    boolean samples();

    /** The base of permanent addresses, without a slash at its end. */
    String base();

    /** The time zone of the gazette office. */
    ZoneId zone();

    /** The identity that the shared settings describe, of a store that holds samples or does not. */
    static SiteIdentity of(GongbaoSettings settings, boolean samples) {
        return new Described(samples, settings.base(), settings.zone());
    }

    /** An identity as plain values. */
    record Described(boolean samples, String base, ZoneId zone) implements SiteIdentity {}
}
