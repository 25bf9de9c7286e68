package org.gongbao.web.desk;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Set;

/** A session of somebody who is signed in, as long as the container keeps it. What it knows of the browser is kept nowhere else. */
final class OpenSession implements HttpSessionBindingListener {

    private final String id;
    private final String account;
    private final int epoch;
    private final Instant since;
    private final String address;
    private final String browser;
    private final Set<OpenSession> all;
    private volatile Instant seen;
    private volatile boolean isEnded;

    /**
     * @param epoch that of the account; it ended where the account's is a later one
     * @param all of which it is one while it is bound
     */
    OpenSession(
            String id, String account, int epoch, Instant since, String address, String browser, Set<OpenSession> all) {
        this.id = id;
        this.account = account;
        this.epoch = epoch;
        this.since = since;
        this.address = address;
        this.browser = browser;
        this.all = all;
        this.seen = since;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }

    public String id() {
        return id;
    }

    public Instant since() {
        return since;
    }

    public Instant seen() {
        return seen;
    }

    public String address() {
        return address;
    }

    public String browser() {
        return browser;
    }

    boolean isOf(String owner, int now) {
        return account.equals(owner) && epoch == now && !isEnded;
    }

    boolean isEnded() {
        return isEnded;
    }

    void see(Instant now) {
        seen = now;
    }

    void end() {
        isEnded = true;
    }
}
