package org.gongbao.web;

import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered, for a reason that the reader can do something about.
 *
 * <p>Its code names the words {@code problem.CODE.title} and {@code problem.CODE.text} in the reader's language.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;

    public Refusal(HttpStatus status, String code, Object... arguments) {
        super(status.value() + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Refusal badRequest(String code, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
