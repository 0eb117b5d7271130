package org.chizheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.ExcelTemplate;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** An empty table for a subject's items, to be filled in and imported. */
@Path("/bank/{subject}/import/template")
@RolesAllowed({Roles.AUTHOR, Roles.ADMINISTRATOR})
public class TemplatePage {
    private final Subjects subjects;

    TemplatePage(Subjects subjects) {
        this.subjects = subjects;
    }

    /** words: zh or en, whatever the language of the page. */
    @GET
    public Response template(@RestPath("subject") String code, @RestQuery String words) throws IOException {
        SubjectView subject = subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        String lang = "en".equals(words) ? "en" : "zh";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExcelTemplate(subject, lang).write(out);
        return Download.of(out.toByteArray(), Format.EXCEL.mediaType(), subject.code() + "-" + lang + ".xlsx");
    }
}
