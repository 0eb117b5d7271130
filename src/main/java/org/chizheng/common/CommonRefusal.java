package org.chizheng.common;

/** Refusals that belong to no feature. */
public enum CommonRefusal implements Reason {
    FIELD_MISSING(400),
    FIELD_INVALID(400),
    NOT_FOUND(404),
    NOT_ALLOWED(403),
    SIGN_IN_NEEDED(401),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CHANGED_MEANWHILE(409),
    UNSUPPORTED(415),
    TOO_LARGE(413),
    BAD_REQUEST(400),
    TRY_AGAIN(503),
    INTERNAL(500);

    private final int status;

    CommonRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    static CommonRefusal of(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_NEEDED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CHANGED_MEANWHILE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED;
            case 503 -> TRY_AGAIN;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }
}
