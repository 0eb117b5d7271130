package org.chizheng.verification.gate;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.Assets;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;

/** The check at the gate: one page that is a program and works without a network after one visit. Nothing in it is about who asks. */
@Path("/gate")
@PermitAll
public class GatePage {
    private static final String FOLDER = "gate";
    /** What reads pictures, SM2, and Ed25519 for browsers that have none of their own, is kept by the device but not waited for. */
    private static final String LATER = "gate/(lib/(qr|ed25519)/[a-z]+|reader|sm2)\\.js";

    /** Names of shapes in comments: no device needs it. */
    private static final String FOR_CHECKER_ONLY = "gate/types.js";

    private final Assets assets;
    private final ChizhengConfig config;
    private final GateQualifications qualifications;
    private final ObjectMapper json;

    public GatePage(Assets assets, ChizhengConfig config, GateQualifications qualifications, ObjectMapper json) {
        this.assets = assets;
        this.config = config;
        this.qualifications = qualifications;
        this.json = json;
    }

    @CheckedTemplate(basePath = "verification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance gate(GateView view);
    }

    /** Compressed, since nothing of what was asked for is repeated in it. */
    @GET
    @Compressed
    public TemplateInstance gate() throws JsonProcessingException {
        List<String> files = assets.under(FOLDER).stream()
                .filter(name -> name.matches(".*\\.(js|css|svg|png)") && !name.equals(FOR_CHECKER_ONLY))
                .toList();
        return Templates.gate(new GateView(
                config.publicUrl(),
                assets.release(),
                files.stream()
                        .filter(name -> name.endsWith(".js") && !name.matches(LATER))
                        .toList(),
                plain(files.stream().map(name -> assets.release() + "/" + name).toList()),
                plain(Map.of(
                        "zh", Messages.startingWith("zh", "gate_js_"), "en", Messages.startingWith("en", "gate_js_"))),
                plain(qualifications.all())));
    }

    /** JSON that can stand in a page. */
    private String plain(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value).replace("<", "\\u003c");
    }
}
