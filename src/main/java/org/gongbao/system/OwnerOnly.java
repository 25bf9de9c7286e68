package org.gongbao.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Marks what only the process that owns the data folder may run. A command that finds the folder owned runs as a guest
 * ({@code gongbao.guest=true}) and writes to inbox and queue alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "gongbao.guest", havingValue = "false", matchIfMissing = true)
public @interface OwnerOnly {}
