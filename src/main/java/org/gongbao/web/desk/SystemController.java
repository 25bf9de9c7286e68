package org.gongbao.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.notification.Outbox;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the system is, for the system administrator. */
@Controller
class SystemController {

    private static final int RECEIPTS = 100;

    private final DisseminationEngine engine;
    private final TransparencyLog log;
    private final DataFolder folder;
    private final Trail trail;
    private final Outbox outbox;
    private final Certificates certificates;

    SystemController(
            DisseminationEngine engine,
            TransparencyLog log,
            DataFolder folder,
            Trail trail,
            Outbox outbox,
            Certificates certificates) {
        this.certificates = certificates;
        this.outbox = outbox;
        this.engine = engine;
        this.log = log;
        this.folder = folder;
        this.trail = trail;
    }

    @Bean
    static DeskEntry systemEntry() {
        return new DeskEntry(940, "system", "/desk/system", Set.of(Role.SYSTEM_ADMINISTRATOR));
    }

    @For(Role.SYSTEM_ADMINISTRATOR)
    @GetMapping("/desk/system")
    String page(Model model) {
        model.addAttribute(
                "version",
                Optional.ofNullable(SystemController.class.getPackage().getImplementationVersion())
                        .orElse("–"));
        model.addAttribute("java", Runtime.version().toString());
        model.addAttribute("log", log.size());
        model.addAttribute("trail", trail.size());
        model.addAttribute("projections", engine.status());
        model.addAttribute("certificate", certificates.latest().orElse(null));
        model.addAttribute("receipts", outbox.receipts(RECEIPTS));
        try {
            FileStore disk = Files.getFileStore(folder.root());
            model.addAttribute("folder", folder.root());
            model.addAttribute("free", disk.getUsableSpace() >> 20);
            model.addAttribute("total", disk.getTotalSpace() >> 20);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + folder.root() + " does not answer", e);
        }
        return "desk/system";
    }
}
