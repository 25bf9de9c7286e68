package org.gongbao.quality;

/**
 * A claim that a truth has judged (已核断言).
 *
 * @param rule name and version of the rule
 * @param repaired whether the value differs from the raw text by a repair
 */
record JudgedClaim(String rule, boolean repaired, double confidence, boolean right) {}
