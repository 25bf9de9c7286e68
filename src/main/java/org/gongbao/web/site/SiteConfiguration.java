package org.gongbao.web.site;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The public pages, for a program that does not scan for them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = SiteConfiguration.class)
public class SiteConfiguration {}
