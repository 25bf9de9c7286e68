package org.gongbao.web.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An address for which it is not enough to be signed in: whoever has not proven who it is within
 * {@code gongbao.access.proof-life} is asked for the password or a code first, and what was typed is kept meanwhile.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {}
