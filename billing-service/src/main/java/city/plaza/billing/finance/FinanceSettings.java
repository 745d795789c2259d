package city.plaza.billing.finance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of finance's imports.
 *
 * @param uploadLimit the largest file taken; all uploads of a process may take twice as
 * much disk
 * @param rowLimit the most rows a file may have
 * @param batch how many rows are read and written at a time; memory grows with it and not
 * with the file
 * @param errorsTold how many of a file's errors a response lists, those of the first
 * lines
 * @param errorsKeptDays for how long the rejected rows of a file can be looked at
 * @param retryPause before a step of an import that failed is tried again
 */
@Validated
@ConfigurationProperties("plaza.billing.finance")
record FinanceSettings(@NotNull DataSize uploadLimit, @Min(1) int rowLimit, @Min(1) @Max(10_000) int batch,
		@Min(1) @Max(10_000) int errorsTold, @Min(1) @Max(3650) int errorsKeptDays, @NotNull Duration retryPause) {
}
