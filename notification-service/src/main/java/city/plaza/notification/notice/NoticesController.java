package city.plaza.notification.notice;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.http.page.Page;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notices", description = "What Plaza has told a resident, and how far each notice has come.")
class NoticesController {

	private static final int LARGEST_PAGE = 100;

	private final Notices notices;

	NoticesController(Notices notices) {
		this.notices = notices;
	}

	@GetMapping("/api/v1/notices")
	@Operation(summary = "The caller's notices, newest first",
			description = "Texts and codes are not repeated here; limit is 1 to 100.")
	Mono<Page<NoticeItem>> list(Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") int limit) {
		int size = Page.limit(limit, LARGEST_PAGE);
		return this.notices.of(caller.id(), NoticeCursor.read(cursor), size + 1)
			.map((found) -> Page.of(found, size, NoticeItem::of, NoticeCursor::behind));
	}

	record NoticeItem(UUID id, String template, String channel, String state, String subject, Instant at) {

		static NoticeItem of(Notice notice) {
			return new NoticeItem(notice.id(), notice.template().code(), notice.channel(), notice.state().code(),
					notice.subject(), notice.createdAt());
		}

	}

}
