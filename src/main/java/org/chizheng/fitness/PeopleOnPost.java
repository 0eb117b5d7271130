package org.chizheng.fitness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

import org.chizheng.common.Paged;
import org.chizheng.fitness.Fitness.OnPost;

/**
 * A page of an enterprise's people with what is required of them.
 *
 * @param all before anything was chosen
 * @param found after it
 * @param post only those at it, by its id; blank for all
 * @param open only those who are not covered
 */
public record PeopleOnPost(List<OnPost> shown, int all, int found, String post, boolean open, Paged paged) {
    static PeopleOnPost of(List<OnPost> people, String post, boolean open, int page) {
        List<OnPost> chosen = people.stream()
                .filter(one -> post.isBlank() || one.postId().toString().equals(post))
                .filter(one -> !open || !one.covered())
                .toList();
        Paged paged = Paged.of(page, chosen.size(), "open=" + open + "&post=" + URLEncoder.encode(post, UTF_8));
        return new PeopleOnPost(paged.cut(chosen), people.size(), chosen.size(), post, open, paged);
    }
}
