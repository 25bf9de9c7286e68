package org.gongbao.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the desk works.
 *
 * @param reviews how many reviews precede approval
 * @param lock how long a submission stays reserved for who edits it
 * @param dueDays working days in which a document is to be published (政府信息公开条例 art. 26)
 */
@Validated
@ConfigurationProperties("gongbao.desk")
public record DeskSettings(
        @Min(1) @Max(9) @DefaultValue("3") int reviews,
        @NotNull @DefaultValue("15m") Duration lock,
        @Min(1) @DefaultValue("20") int dueDays) {}
