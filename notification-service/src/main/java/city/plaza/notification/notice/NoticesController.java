package city.plaza.notification.notice;

import java.time.Instant;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notices", description = "The messages that Plaza has sent to a resident, and whether each has arrived.")
class NoticesController {

	private static final int LARGEST_PAGE = 100;

	private final Notices notices;

	NoticesController(Notices notices) {
		this.notices = notices;
	}

	@GetMapping("/api/v1/notices")
	@Operation(operationId = "listNotices", summary = "The caller's notices, newest first",
			description = "Texts and codes are not repeated here.")
	Mono<Page<NoticeItem>> list(Caller caller,
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most notices to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		int size = Page.limit(limit, LARGEST_PAGE);
		return this.notices.of(new ResidentId(caller.id()), NoticeCursor.read(cursor), size + 1)
			.map((found) -> Page.of(found, size, NoticeItem::of, NoticeCursor::behind));
	}

	/**
	 * A notice.
	 *
	 * @param id of the notice
	 * @param template what it is about, such as {@code payment-received}
	 * @param channel how it was sent, such as {@code email}
	 * @param state how far it has come, such as {@code delivered}
	 * @param subject its subject line
	 * @param at when it was made
	 */
	record NoticeItem(NoticeId id, String template, String channel, String state, String subject, Instant at) {

		static NoticeItem of(Notice notice) {
			return new NoticeItem(notice.id(), notice.template().code(), notice.channel(), notice.state().code(),
					notice.subject(), notice.createdAt());
		}

	}

}
