package org.gongbao.web.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongbao.access.ApiToken;

/** An address under {@code /api/v1/submissions} for machines whose token has this scope. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForMachines {
    ApiToken.Scope value();
}
