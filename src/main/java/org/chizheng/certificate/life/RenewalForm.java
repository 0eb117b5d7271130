package org.chizheng.certificate.life;

/**
 * What is said for a renewal or a review, as typed.
 *
 * @param healthOn date of the health declaration
 * @param hours of training, whole
 * @param training number of the training record
 */
public record RenewalForm(String healthOn, String hours, String training) {
    static final RenewalForm EMPTY = new RenewalForm("", "", "");

    public RenewalForm {
        healthOn = healthOn == null ? "" : healthOn;
        hours = hours == null ? "" : hours;
        training = training == null ? "" : training.strip();
    }
}
