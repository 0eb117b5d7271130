package org.chizheng.sitting;

/** The address of a receipt, and its QR code as SVG path data for a view box of size × size. */
public record ReceiptCodeView(String url, int size, String qr) {}
