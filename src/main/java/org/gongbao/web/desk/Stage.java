package org.gongbao.web.desk;

/** How far a sign-in has come. Until it is done, only the page of its stage can be reached. */
public enum Stage {
    /** The password was right; the code is missing. */
    CODE("/desk/code"),
    /** The password was right; there is no second factor yet. */
    ENROL("/desk/enrol"),
    /** The password has to be changed. */
    CHANGE("/desk/password"),
    /** Signed in. */
    DONE("/desk");

    private final String page;

    Stage(String page) {
        this.page = page;
    }

    /** Where this stage goes on. */
    String page() {
        return page;
    }
}
