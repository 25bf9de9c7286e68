package org.gongbao.command;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.gongbao.publication.Certificate;
import org.gongbao.publication.Certificates;
import org.springframework.stereotype.Component;

/** What the newest certificate says, for who is to be woken: both are public, as it is. */
@Component
class CertificateMetrics implements MeterBinder {

    private final Certificates certificates;

    CertificateMetrics(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gongbao.certificate.position", this, CertificateMetrics::position)
                .description("position of the log that the newest certificate is of")
                .register(registry);
        Gauge.builder("gongbao.certificate.differing", this, CertificateMetrics::differing)
                .description("documents and files that differ and could not be repaired")
                .register(registry);
    }

    private long position() {
        return certificates.latest().map(Certificate::position).orElse(0L);
    }

    private long differing() {
        return certificates.latest().map(Certificate::differing).orElse(0L);
    }
}
