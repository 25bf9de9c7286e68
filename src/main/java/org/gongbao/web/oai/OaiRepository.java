package org.gongbao.web.oai;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.gongbao.publication.Harvest;
import org.gongbao.publication.Harvest.Asked;
import org.gongbao.publication.Harvest.Item;
import org.gongbao.publication.Harvest.Place;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.oai.OaiException.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Answers the six verbs from the register and the public packages. */
final class OaiRepository {

    private final Harvest harvest;
    private final PublishedDocuments documents;
    private final Described described;
    private final Clock clock;

    /** What the repository says of itself. */
    record Described(String name, String base, String email, int pageSize) {}

    OaiRepository(Harvest harvest, PublishedDocuments documents, Described described, Clock clock) {
        this.harvest = harvest;
        this.documents = documents;
        this.described = described;
        this.clock = clock;
    }

    /** The answer as XML; an error is one, too. */
    byte[] answer(MultiValueMap<String, String> given) {
        Map<String, String> repeated = new LinkedHashMap<>();
        try {
            OaiRequest request = OaiRequest.of(given);
            repeated.put("verb", request.verb().spelling());
            repeated.putAll(request.arguments());
            return write(repeated, body(request));
        } catch (OaiException e) {
            return write(e.code().hidesArguments() ? Map.of() : repeated, answer -> answer.error(e));
        }
    }

    private byte[] write(Map<String, String> repeated, OaiXml.Body body) {
        return OaiXml.write(described.base(), clock.instant(), repeated, body);
    }

    private OaiXml.Body body(OaiRequest request) {
        return switch (request.verb()) {
            case IDENTIFY -> this::identify;
            case LIST_METADATA_FORMATS -> formats(request.argument("identifier"));
            case LIST_SETS -> sets(request.argument(OaiRequest.TOKEN));
            case GET_RECORD -> record(request.required("identifier"), format(request.required("metadataPrefix")));
            case LIST_IDENTIFIERS -> list(request, false);
            case LIST_RECORDS -> list(request, true);
        };
    }

    private void identify(OaiXml answer) throws XMLStreamException {
        answer.start("Identify");
        answer.element("repositoryName", described.name());
        answer.element("baseURL", described.base() + "/oai");
        answer.element("protocolVersion", "2.0");
        answer.element("adminEmail", described.email());
        answer.element("earliestDatestamp", OaiXml.moment(harvest.earliest().orElse(clock.instant())));
        answer.element("deletedRecord", "persistent");
        answer.element("granularity", "YYYY-MM-DDThh:mm:ssZ");
        answer.end();
    }

    /** Every document comes in every format. */
    private OaiXml.Body formats(@Nullable String identifier) {
        if (identifier != null) {
            item(identifier);
        }
        return answer -> {
            answer.start("ListMetadataFormats");
            for (OaiFormat format : OaiFormat.values()) {
                answer.start("metadataFormat");
                answer.element("metadataPrefix", format.prefix());
                answer.element("schema", format.schema(described.base()));
                answer.element("metadataNamespace", format.namespace(described.base()));
                answer.end();
            }
            answer.end();
        };
    }

    private OaiXml.Body sets(@Nullable String token) {
        if (token != null) {
            throw new OaiException(Code.badResumptionToken, "the list of sets comes whole");
        }
        List<OaiSets.OaiSet> sets = OaiSets.of(harvest.groups());
        if (sets.isEmpty()) {
            throw new OaiException(Code.noRecordsMatch, "there is no set yet");
        }
        return answer -> {
            answer.start("ListSets");
            for (OaiSets.OaiSet set : sets) {
                answer.start("set");
                answer.element("setSpec", set.spec());
                answer.element("setName", set.name());
                answer.end();
            }
            answer.end();
        };
    }

    private OaiXml.Body record(String identifier, OaiFormat format) {
        Item item = item(identifier);
        return answer -> {
            answer.start("GetRecord");
            write(answer, item, format);
            answer.end();
        };
    }

    private Item item(String identifier) {
        String start = described.base() + "/id/doc/";
        String uid = identifier.startsWith(start) ? identifier.substring(start.length()) : "";
        return Optional.of(uid)
                .filter(Uid::isUid)
                .flatMap(name -> harvest.find(new Uid(name)))
                .orElseThrow(() -> new OaiException(Code.idDoesNotExist, identifier + " is no record here"));
    }

    private OaiXml.Body list(OaiRequest request, boolean withRecords) {
        String text = request.argument(OaiRequest.TOKEN);
        OaiToken token = text == null ? null : OaiToken.parse(text);
        OaiSelection selection = token == null ? OaiSelection.of(request) : token.selection();
        OaiFormat format = format(selection.prefix());
        Asked asked = selection.asked(harvest::gazettes);
        Place place = token == null ? null : token.place();
        long seen = token == null ? 0 : token.seen();
        List<Item> found = harvest.after(asked, place, described.pageSize() + 1);
        if (found.isEmpty()) {
            throw token == null
                    ? new OaiException(Code.noRecordsMatch, "nothing is as the arguments say")
                    : new OaiException(Code.badResumptionToken, "nothing follows any more; the list changed meanwhile");
        }
        List<Item> page = found.subList(0, Math.min(described.pageSize(), found.size()));
        OaiToken next = page.size() == found.size()
                ? null
                : new OaiToken(selection, page.get(page.size() - 1).place(), seen + page.size());
        return answer -> {
            answer.start(request.verb().spelling());
            for (Item item : page) {
                if (withRecords) {
                    write(answer, item, format);
                } else {
                    answer.header(item);
                }
            }
            if (next != null || token != null) {
                answer.token(next, harvest.count(asked), seen);
            }
            answer.end();
        };
    }

    private static OaiFormat format(String prefix) {
        return OaiFormat.of(prefix)
                .orElseThrow(() -> new OaiException(Code.cannotDisseminateFormat, "there is no format " + prefix));
    }

    /** What is gone meanwhile is told as gone, whatever was read a moment before. */
    private void write(OaiXml answer, Item item, OaiFormat format) throws XMLStreamException {
        PublishedDocument document = item.isGone() ? null : open(item.place().uid());
        answer.start("record");
        answer.header(document == null ? new Item(item.place(), item.at(), true, null, List.of(), null) : item);
        if (document != null) {
            answer.start("metadata");
            format.write(answer.writer(), document, described.base());
            answer.end();
        }
        answer.end();
    }

    private @Nullable PublishedDocument open(Uid uid) {
        return documents
                .find(uid)
                .filter(PublicState.Public.class::isInstance)
                .map(state -> ((PublicState.Public) state).document())
                .filter(document -> document.terms().isOpenData())
                .orElse(null);
    }
}
