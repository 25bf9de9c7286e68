package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import org.gongbao.notification.ReportOutcomes;
import org.gongbao.notification.ReportOutcomes.Receipt;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of a reader's report, for who has its number. What the reader wrote is not shown: the address may be passed on. */
@Controller
class ReceiptController {

    private final ReportOutcomes outcomes;
    private final PublishedDocuments documents;

    ReceiptController(ReportOutcomes outcomes, PublishedDocuments documents) {
        this.outcomes = outcomes;
        this.documents = documents;
    }

    @GetMapping("/report/{number:[0-9a-f]{24}}")
    String receipt(@PathVariable String number, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        Receipt receipt = outcomes.receipt(number).orElse(null);
        model.addAttribute("number", number);
        model.addAttribute("receipt", receipt);
        if (receipt == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (documents.find(receipt.uid()).orElse(null) instanceof PublicState.Public open) {
            PublishedDocument document = open.document();
            model.addAttribute("title", document.record().displayTitle());
            model.addAttribute("language", document.record().language());
            model.addAttribute("isOpen", true);
        }
        return "site/receipt";
    }
}
