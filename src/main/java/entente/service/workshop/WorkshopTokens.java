package entente.service.workshop;

import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tokens, by their digests. */
@Component
@RequiredArgsConstructor
final class WorkshopTokens {

    /** Of one member, and as many unused links; the oldest ends with a further one. */
    static final int MAX_PER_MEMBER = 16;

    private static final String HOLDER = "select workshop, holder, member from workshop_token where sha256 = ? ";

    private final Database database;
    private final InstantSource clock;

    /**
     * Stores the digest of a token.
     *
     * @param once whether it is a link, which can be used once
     * @return how many were added
     */
    int add(WorkshopCaller holder, WorkshopToken token, boolean once) {
        return database.write(() -> {
            int added = database.update(
                    "insert into workshop_token (sha256, workshop, holder, member, once_only, at) values (?, ?, ?, ?, ?, ?)",
                    token.digest(),
                    holder.code().text(),
                    holder.role().name(),
                    holder.member(),
                    once,
                    SqlValues.moment(clock.instant()));
            database.update(
                    "delete from workshop_token where sha256 in (select sha256 from workshop_token where workshop = ? "
                            + "and holder = ? and member = ? and once_only = ? order by at desc, sha256 offset ? rows)",
                    holder.code().text(),
                    holder.role().name(),
                    holder.member(),
                    once,
                    MAX_PER_MEMBER);
            return added;
        });
    }

    /** Makes a link that can be used once, and returns its path; it is stored nowhere else. */
    String link(WorkshopCaller holder) {
        WorkshopToken link = WorkshopToken.generate();
        add(holder, link, true);
        return "/workshops/" + holder.code().text() + "/enter/" + link.reveal();
    }

    /** Who holds a token in its workshop. Links that can be used once are none. */
    Optional<WorkshopCaller> find(WorkshopToken token) {
        return database.find(WorkshopTokens::holder, HOLDER + "and once_only = false", token.digest());
    }

    /** Who a link is for; empty if there is no such link, or it has been used. */
    Optional<WorkshopCaller> findLink(WorkshopCode code, WorkshopToken link) {
        return database.find(
                WorkshopTokens::holder, HOLDER + "and workshop = ? and once_only = true", link.digest(), code.text());
    }

    private static WorkshopCaller holder(ResultSet row, int number) throws SQLException {
        return new WorkshopCaller(
                new WorkshopCode(row.getString("workshop")),
                WorkshopRole.valueOf(row.getString("holder")),
                row.getInt("member"));
    }

    /** Exchanges a link for a token of its holder; empty as for {@link #findLink}. */
    Optional<WorkshopCaller> exchange(WorkshopCode code, WorkshopToken link, WorkshopToken token) {
        return database.write(() -> {
            Optional<WorkshopCaller> holder = findLink(code, link);
            // Of two that use it at the same time, only one deletes the row.
            return holder.filter(known ->
                    database.update("delete from workshop_token where sha256 = ? and once_only = true", link.digest())
                                    == 1
                            && add(known, token, false) == 1);
        });
    }
}
