package entente.service.workshop.store;

import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopToken;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tokens, by their digests. */
@Component
@RequiredArgsConstructor
public final class WorkshopTokens {

    /** Of one member, and as many unused links; the oldest ends with a further one. */
    static final int MAX_PER_MEMBER = 16;

    private final Database database;
    private final InstantSource clock;

    static int insert(
            Database database,
            WorkshopCode code,
            String digest,
            String holder,
            int member,
            boolean once,
            OffsetDateTime now) {
        int added = database.update(
                "insert into workshop_token (sha256, workshop, holder, member, once_only, at) values (?, ?, ?, ?, ?, ?)",
                digest,
                code.text(),
                holder,
                member,
                once,
                now);
        database.update(
                "delete from workshop_token where sha256 in (select sha256 from workshop_token where workshop = ? "
                        + "and holder = ? and member = ? and once_only = ? order by at desc, sha256 offset ? rows)",
                code.text(),
                holder,
                member,
                once,
                MAX_PER_MEMBER);
        return added;
    }

    /** Who holds a token in its workshop. Links that can be used once are none. */
    public Optional<WorkshopCaller> find(WorkshopToken token) {
        return database.find(
                (row, number) -> new WorkshopCaller(
                        new WorkshopCode(row.getString("workshop")),
                        WorkshopRole.valueOf(row.getString("holder")),
                        row.getInt("member")),
                "select workshop, holder, member from workshop_token where sha256 = ? and once_only = false",
                token.digest());
    }

    /** Stores the digest of a token that can be exchanged once. */
    public void addLink(WorkshopCaller holder, WorkshopToken link) {
        add(holder, link, true);
    }

    private int add(WorkshopCaller holder, WorkshopToken token, boolean once) {
        return database.write(() -> insert(
                database,
                holder.code(),
                token.digest(),
                holder.role().name(),
                holder.member(),
                once,
                SqlValues.moment(clock.instant())));
    }

    /** Who a link is for; empty if there is no such link, or it has been used. */
    public Optional<WorkshopCaller> findLink(WorkshopCode code, WorkshopToken link) {
        return database.find(
                (row, number) ->
                        new WorkshopCaller(code, WorkshopRole.valueOf(row.getString("holder")), row.getInt("member")),
                "select holder, member from workshop_token where sha256 = ? and workshop = ? and once_only = true",
                link.digest(),
                code.text());
    }

    /** Exchanges a link for a token of its holder; empty as for {@link #findLink}. */
    public Optional<WorkshopCaller> exchange(WorkshopCode code, WorkshopToken link, WorkshopToken token) {
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
