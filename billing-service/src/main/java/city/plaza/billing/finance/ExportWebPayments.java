package city.plaza.billing.finance;

import java.util.List;
import java.util.stream.Stream;

import city.plaza.billing.payment.PendingExport;
import city.plaza.billing.payment.PendingLine;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Writes the web payments that finance has yet to post. */
@Component
class ExportWebPayments {

	private static final List<String> COLUMNS = List.of("payment_reference", "bill_number", "customer_number", "amount",
			"currency", "submitted_at");

	private final PendingExport pending;

	ExportWebPayments(PendingExport pending) {
		this.pending = pending;
	}

	/** The file; with nothing to post only its header. */
	Mono<String> csv() {
		return this.pending.lines().map(ExportWebPayments::write);
	}

	static String write(List<PendingLine> lines) {
		return write(lines, true);
	}

	/** Lines as CSV, with or without the row that names the columns. */
	static String write(List<PendingLine> lines, boolean withHeader) {
		Stream<List<String>> header = withHeader ? Stream.of(COLUMNS) : Stream.empty();
		return CsvText.of(Stream.concat(header, lines.stream().map(ExportWebPayments::cells)).toList());
	}

	private static List<String> cells(PendingLine line) {
		return List.of(line.paymentReference().value(), line.billNumber().value(), line.customerNumber().value(),
				line.amount().toDecimal(), line.amount().currency(), line.submittedAt().toString());
	}

}
