package city.plaza.portal.legacy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's import of account holders of the earlier portal. */
@HttpExchange("/api/v1/legacy-residents")
interface LegacyFiles {

	@PostExchange(url = "/imports", contentType = "text/csv;charset=UTF-8")
	Mono<Result> load(@RequestParam boolean dryRun, @RequestBody Flux<DataBuffer> csv);

	/**
	 * What became of the rows.
	 *
	 * @param rows of the file, but for the header
	 * @param reclaimed whose holder has registered anew already: they stay as they are
	 * @param errors why, one of each wrong column: the first of the file
	 */
	record Result(boolean dryRun, long rows, long added, long changed, long unchanged, long reclaimed, long rejected,
			List<RowError> errors) {

		private static final int MOST_ERRORS = 200;

		/** Whether the service may have left errors out. */
		public boolean shortened() {
			return this.errors.size() >= MOST_ERRORS;
		}

	}

	/** Why a row is left out. Its text would hold what the row holds. */
	record RowError(long line, String column, String code, @Nullable String value) {

		@Override
		public String toString() {
			return "RowError[" + this.line + ", " + this.column + ", " + this.code + "]";
		}

	}

}
